package ilgam.work;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The work context as a service. */
@SpringBootApplication
@EnableScheduling
public class WorkContext {

    public static void main(String... arguments) {
        SpringApplication.run(WorkContext.class, arguments);
    }
}
