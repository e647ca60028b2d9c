package ilgam.starter.sorting;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** Checks the collations of every context's database. */
@AutoConfiguration
class SortingAutoConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    CollationVersions collationVersions(DataSource database) {
        return new CollationVersions(database);
    }
}
