package ilgam.starter.projection;

import java.util.Map;

import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

import ilgam.starter.projection.EventComponent.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProjectionsTest {

    @ProcessingGroup("copies")
    @EventComponent(kind = Kind.PROJECTION, processor = "${copies.processor}", tables = "copy")
    private static final class Copies {}

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("copies", new Copies()));

    @Test
    void a_service_names_the_processor_of_a_component_that_several_install() {
        var settings = new MockEnvironment().withProperty("copies.processor", "dashboard");

        assertThat(Projections.of(beans, settings).processorOf("copies")).isEqualTo("dashboard");
    }

    @Test
    void a_service_that_does_not_name_the_processor_does_not_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Projections.of(beans, new MockEnvironment()))
                .withMessageContaining("copies.processor");
    }
}
