package ilgam.dashboard;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A separate, read-only connection pool for figures, on the same database. It plans each query anew, as the best plan
 * depends on how much of the history the query covers. Projections repeat a few statements and keep their plans.
 */
@Configuration(proxyBeanMethods = false)
class FiguresDatabase {

    @Bean(defaultCandidate = false)
    @ConfigurationProperties("ilgam.dashboard.figures.hikari")
    HikariDataSource figuresDataSource(DataSourceProperties context) {
        return context.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    @Bean(defaultCandidate = false)
    JdbcClient figures(@Qualifier("figuresDataSource") HikariDataSource figuresDataSource) {
        return JdbcClient.create(figuresDataSource);
    }
}
