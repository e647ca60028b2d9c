package ilgam.work;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

import ilgam.member.replica.MemberReplica;

/** The service of the work context. */
@SpringBootApplication
@EnableScheduling
@Import(MemberReplica.class)
public class WorkContext {

    public static void main(String... arguments) {
        SpringApplication.run(WorkContext.class, arguments);
    }
}
