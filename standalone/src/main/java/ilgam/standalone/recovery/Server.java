package ilgam.standalone.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import ilgam.standalone.CannotStart;

/** A PostgreSQL server, as its superuser. */
@FunctionalInterface
interface Server {

    Connection connect(String database) throws SQLException;

    /** A server that runs elsewhere, such as that of docker-compose.yml. */
    static Server at(String address, Path passwordFile) {
        var place = address(address);
        return database -> {
            var login = new Properties();
            login.setProperty("user", "postgres");
            login.setProperty("password", password(passwordFile));
            login.setProperty("options", "-c statement_timeout=0");
            return DriverManager.getConnection("jdbc:postgresql://%s/%s".formatted(place, database), login);
        };
    }

    /** The address, if it is a host and a port. */
    static String address(String said) {
        if (said.matches("[\\w.:\\[\\]-]+:\\d{1,5}")) return said;
        throw CannotStart.refused("'%s' is no address: use host:5432.".formatted(said));
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw CannotStart.refused("The password file %s cannot be read.".formatted(file));
        }
    }

    /** A database and its owner. */
    record Database(String name, String owner) {}

    static List<Database> databases(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("""
                        select datname, datdba::regrole::text from pg_database
                        where not datistemplate and datname <> 'postgres' order by 1
                        """)) {
            var databases = new ArrayList<Database>();
            while (rows.next()) databases.add(new Database(rows.getString(1), rows.getString(2)));
            return databases;
        }
    }
}
