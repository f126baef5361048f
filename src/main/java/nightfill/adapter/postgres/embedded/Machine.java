package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.adapter.files.ClosedHome;
import nightfill.adapter.files.Durable;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;

/** Remembers within which boot and container the server was started: elsewhere its process number says nothing. */
final class Machine {

    private Machine() {}

    static void remember(Layout layout) throws IOException {
        byte[] here = here().getBytes(StandardCharsets.UTF_8);
        Durable.replace(layout.machine(), file -> file.write(here));
        ClosedHome.closed(layout.machine());
    }

    /** Refuses to start a second server beside one that may live where we cannot see it. */
    static void requireThisOne(Layout layout, boolean harmless) throws IOException {
        if (!harmless && Files.exists(layout.machine()) && !here().equals(Files.readString(layout.machine()))) {
            throw Problem.busy(
                    "%s is in use by Nightfill in another container".formatted(layout.directory()),
                    Remedy.mend("end that one"),
                    Act.NAME_SERVER);
        }
    }

    private static String here() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
                + " "
                + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    }
}
