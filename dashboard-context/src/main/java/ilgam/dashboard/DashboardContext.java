package ilgam.dashboard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of the dashboard context. */
@SpringBootApplication
public class DashboardContext {

    public static void main(String[] args) {
        SpringApplication.run(DashboardContext.class, args);
    }
}
