package ilgam.eventmodel.code;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;

import ilgam.eventmodel.EventModel;

/** For which reasons an aggregate refuses a command: those of the refusal in its package. */
record Refused(Sources sources) {

    private static final String REFUSAL = "ilgam.starter.messaging.RuleRefused";

    EventModel.Refusals by(JavaClass aggregate) {
        return aggregate.getPackage().getClasses().stream()
                .filter(type -> type.isAssignableTo(REFUSAL))
                .findFirst()
                .map(JavaClass::getName)
                .map(name -> new EventModel.Refusals(sources.type(name), sources.constants(name + "$Reason")))
                .orElse(new EventModel.Refusals(null, List.of()));
    }
}
