package ilgam.dashboard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import ilgam.member.replica.MemberReplica;

/** The service of the dashboard context. */
@SpringBootApplication
@Import(MemberReplica.class)
public class DashboardContext {

    public static void main(String[] args) {
        SpringApplication.run(DashboardContext.class, args);
    }
}
