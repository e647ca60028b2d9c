package ilgam.gateway.webapp;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The web app's files by path. Only listed files are served, so that no path can reach another file. */
@Component
final class Assets {

    private static final String ENTRANCE = "index.html";

    private final Map<String, Asset> byPath;

    Assets() throws IOException {
        byPath = list();
    }

    @Nullable
    Asset at(String path) {
        return byPath.get(path);
    }

    /** The page that starts the app, or null when this build has no web app. */
    @Nullable
    Asset entrance() {
        return byPath.get("/" + ENTRANCE);
    }

    private static Map<String, Asset> list() throws IOException {
        var entrance = new ClassPathResource("static/" + ENTRANCE);
        if (!entrance.exists()) return Map.of();
        var url = entrance.getURL().toExternalForm();
        var root = url.substring(0, url.length() - ENTRANCE.length());
        var assets = new HashMap<String, Asset>();
        for (var file : new PathMatchingResourcePatternResolver().getResources(root + "**")) {
            var path = file.getURL().toExternalForm().substring(root.length() - 1);
            if (!path.endsWith("/") && file.isReadable()) assets.put(path, new Asset(path, file));
        }
        return Map.copyOf(assets);
    }
}
