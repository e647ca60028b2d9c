package ilgam.member.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import ilgam.member.test.RunningMember;
import ilgam.starter.test.PoisonStory;

import static org.assertj.core.api.Assertions.assertThat;

@RunningMember
@DisabledIfSystemProperty(named = "ilgam.instances", matches = "2") // the second instance could handle the event
class DeadLettersTest {

    @Test
    void an_event_that_one_component_cannot_handle_is_set_aside_by_it_alone(@Autowired ApplicationContext service) {
        assertThat(new PoisonStory(service).tell()).isEqualTo(19);
    }
}
