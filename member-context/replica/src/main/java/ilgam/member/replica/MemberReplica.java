package ilgam.member.replica;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Installs the read replica of the member context: {@code @Import(MemberReplica.class)} on a service's application
 * class. Flyway finds its migrations beside the starter's.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class MemberReplica {}
