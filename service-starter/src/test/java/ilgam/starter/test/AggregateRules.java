package ilgam.starter.test;

import java.util.Optional;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.spring.stereotype.Aggregate;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.snapshots.Snapshotted;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Architecture rules for every aggregate of every context. */
public final class AggregateRules {

    private static final DescribedPredicate<JavaAnnotation<?>> KNOWS_ITS_LAST_EVENT = describe(
            "the trigger that knows the last event",
            annotation -> annotation.get("snapshotTriggerDefinition").equals(Optional.of("lastOccurrence")));

    /** A change is dated no earlier than the one before it, even if clocks differ. */
    public static final ArchRule CHANGES_HAPPEN_IN_ORDER =
            classes().that().areAnnotatedWith(Aggregate.class).should().beAnnotatedWith(KNOWS_ITS_LAST_EVENT);

    /** Loading does not get slower with the length of the history. */
    public static final ArchRule LOADED_FROM_SNAPSHOTS =
            classes().that().areAnnotatedWith(Aggregate.class).should().beAssignableTo(Snapshotted.class);

    /** A constant with a body has a class of its own, which Jackson does not read back as the constant. */
    public static final ArchRule REFUSALS_CROSS_AXON_SERVER =
            noClasses().that().areAssignableTo(Refusal.class).should().beAnonymousClasses();

    private AggregateRules() {}
}
