package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators' commands read in a data folder while its system may be running. */
public record SystemFolder(Path path) {

    /** The default data folder of ./start. */
    public static SystemFolder usual() {
        return new SystemFolder(Checkout.find().root().resolve("data"));
    }

    /** The description that a running launcher writes; empty when none runs on this folder. */
    public JsonNode running() {
        try {
            return JsonMapper.shared().readTree(Files.readString(path.resolve("running.json")));
        } catch (IOException | JacksonException none) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** Whether a system runs here and all of it is ready. */
    public boolean serves() {
        var url = running().path("url").asString("");
        return !url.isEmpty() && new Health(url).allReady();
    }

    /** The default path of the list of erasures: outside the data folder, which may be lost as a whole. */
    public Path erasures() {
        return DataFolder.erasuresOf(path);
    }

    /**
     * Refuses a folder in which a restore, a load or an upgrade did not finish.
     *
     * @throws CannotStart with what to do about it
     */
    public void mustBeWhole() {
        DataFolder.mustBeWhole(path);
    }

    /** The file that marks the data in this folder as incomplete, and says what to do about it. */
    public Path unfinished() {
        return DataFolder.unfinished(path);
    }

    /** A secret, which only the owner of the folder can read. */
    public String secret(String name) {
        try {
            return Files.readString(path.resolve("secrets").resolve(name)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
