package ilgam.starter.sorting;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** Every context's database sorts by the rules that it has now. */
@AutoConfiguration
class SortingAutoConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    CollationVersions collationVersions(DataSource database) {
        return new CollationVersions(database);
    }
}
