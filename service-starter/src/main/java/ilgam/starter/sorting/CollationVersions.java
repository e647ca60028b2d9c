package ilgam.starter.sorting;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL records with each collation of a context the version of ICU's rules by which its indexes were built. With
 * another ICU, an index has a wrong order and misses rows. So the versions are compared at each start, and the indexes
 * rebuilt where they differ.
 */
final class CollationVersions implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(CollationVersions.class);

    private static final String CHANGED = """
            select c.oid, c.oid::regcollation::text as name,
                   coalesce(c.collversion, 'none') as built, pg_collation_actual_version(c.oid) as now
            from pg_collation c
            where c.collprovider = 'i'
              and c.collowner = (select oid from pg_roles where rolname = current_user)
              and c.collversion is distinct from pg_collation_actual_version(c.oid)
            """;

    private static final String INDEXES = """
            select distinct i.oid::regclass::text
            from pg_depend d join pg_class i on i.oid = d.objid and i.relkind = 'i'
            where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_collation'::regclass and d.refobjid = ?
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    CollationVersions(DataSource database) {
        this.db = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    private record Collation(long oid, String name, String built, String now) {}

    @Override
    public void afterPropertiesSet() {
        if (changed()) transaction.executeWithoutResult(_ -> renew());
    }

    private boolean changed() {
        return !db.sql(CHANGED).query(Collation.class).list().isEmpty();
    }

    /** Rebuilds the indexes, one instance at a time; later ones find the versions equal. */
    private void renew() {
        db.sql("set local statement_timeout = 0").update();
        db.sql("select pg_advisory_xact_lock(hashtext('collation versions'))")
                .query((_, _) -> true)
                .list();
        for (var collation : db.sql(CHANGED).query(Collation.class).list()) {
            var indexes =
                    db.sql(INDEXES).param(collation.oid()).query(String.class).list();
            indexes.forEach(index -> db.sql("reindex index " + index).update());
            db.sql("alter collation " + collation.name() + " refresh version").update();
            log.warn(
                    "The collation {} was of version {} and is of {}: {} indexes were built again.",
                    collation.name(),
                    collation.built(),
                    collation.now(),
                    indexes.size());
        }
    }
}
