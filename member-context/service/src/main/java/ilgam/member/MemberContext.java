package ilgam.member;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service of the member context. */
@SpringBootApplication
@EnableScheduling
public class MemberContext {

    public static void main(String[] arguments) {
        SpringApplication.run(MemberContext.class, arguments);
    }
}
