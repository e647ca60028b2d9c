package ilgam.starter.sample;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.test.Postgres;

/** One sample context, shared by all tests that only send requests to it. */
public final class Running {

    private static @Nullable ConfigurableApplicationContext application;

    private Running() {}

    public static synchronized ConfigurableApplicationContext application() {
        var running = application;
        if (running == null) {
            running = SampleContext.start(Postgres.context("work"));
            application = running;
        }
        return running;
    }

    public static int port() {
        return application().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public static int managementPort() {
        return application().getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public static <T> T bean(Class<T> type) {
        return application().getBean(type);
    }
}
