package ilgam.work;

import org.junit.jupiter.api.Test;

import ilgam.starter.test.TableShapes;

/** The tables from before the replicas were modules are the replicas' own. */
class ReplicaTablesTest {

    @Test
    void the_tables_are_as_the_replica_alone_creates_them() {
        TableShapes.mustBeThoseOfTheReplica("work", "person_alias", "team_member", "work_cycle", "company_zone");
    }
}
