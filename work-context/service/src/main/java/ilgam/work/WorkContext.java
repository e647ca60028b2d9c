package ilgam.work;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service of the work context. */
@SpringBootApplication
@EnableScheduling
public class WorkContext {

    public static void main(String... arguments) {
        SpringApplication.run(WorkContext.class, arguments);
    }
}
