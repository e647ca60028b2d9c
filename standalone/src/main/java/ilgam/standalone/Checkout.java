package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the built project, and the jars and programs in it. */
record Checkout(Path root) {

    static Checkout find() {
        var home = whereThisClassIs();
        for (var folder = home; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("start")) && Files.exists(folder.resolve("pom.xml")))
                return new Checkout(folder);
        }
        throw CannotStart.failed("Cannot find the project's folder above %s.".formatted(home));
    }

    Path jar(String module) {
        var target = root.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) throw notBuilt(module);
        try (var jars = Files.list(target)) {
            return jars.filter(Checkout::isApplication).findFirst().orElseThrow(() -> notBuilt(module));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A folder for what is derived from the build and shared by all data folders. */
    Path cache() {
        return root.resolve("standalone/target");
    }

    private static boolean isApplication(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.matches(".*-(tests|sources|javadoc)\\.jar");
    }

    private static CannotStart notBuilt(String module) {
        return CannotStart.failed(module + " is not built. Run ./start, which builds it.");
    }

    private static Path whereThisClassIs() {
        try {
            return Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
