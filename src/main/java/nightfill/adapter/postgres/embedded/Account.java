package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.files.ClosedHome;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.HomeOwner;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import org.jspecify.annotations.Nullable;

/**
 * The system account that runs the server: our own, or for root, whom PostgreSQL refuses, one without privileges.
 *
 * @param prefix what precedes each command line
 * @param owner who must own the server's files, where it is not ourselves
 */
record Account(List<String> prefix, @Nullable Ids owner) {

    /** A user and its group, by number. */
    record Ids(int user, int group) {

        static Ids ofOwner(Path path) throws IOException {
            return new Ids((int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS), (int)
                    Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
        }

        void own(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
    }

    static Account forServerIn(Layout layout) throws IOException {
        if (!HomeOwner.weAreRoot()) {
            return new Account(List.of(), null);
        }
        Ids owner = Ids.ofOwner(Files.isDirectory(layout.data()) ? layout.data() : layout.home());
        return owner.user() == 0 ? withoutPrivileges(layout) : as(owner);
    }

    private static Account withoutPrivileges(Layout layout) throws IOException {
        if (Command.attempt(List.of("unshare", "-U", "true")).succeeded()) {
            return new Account(List.of("unshare", "-U"), null);
        }
        for (String name : List.of("postgres", "nobody")) {
            Ids ids = lookUp(name);
            if (ids != null && as(ids).mayEnter(ClosedHome.passage(layout.home()))) {
                return as(ids);
            }
        }
        throw Problem.refused(
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' to another user that"
                        + " may enter %s works here".formatted(layout.home()),
                Remedy.mend("run Nightfill as an ordinary user"),
                Act.NAME_SERVER);
    }

    private static Account as(Ids ids) {
        return new Account(
                List.of("setpriv", "--reuid=" + ids.user(), "--regid=" + ids.group(), "--clear-groups"), ids);
    }

    private boolean mayEnter(Path directory) {
        return Command.attempt(Stream.concat(prefix.stream(), Stream.of("test", "-x", directory.toString()))
                        .toList())
                .succeeded();
    }

    private static @Nullable Ids lookUp(String name) {
        Command user = Command.attempt(List.of("id", "-u", name));
        Command group = Command.attempt(List.of("id", "-g", name));
        return user.succeeded() && group.succeeded()
                ? new Ids(Integer.parseInt(user.output()), Integer.parseInt(group.output()))
                : null;
    }

    /** Makes whoever runs the server the owner of its files. */
    void takeOver(Path tree) throws IOException {
        if (owner == null || owner.equals(Ids.ofOwner(tree))) {
            return;
        }
        for (Path path : Durable.deepestFirst(tree)) {
            owner.own(path);
        }
    }

    Command run(Path program, String... arguments) throws IOException {
        return Command.run(prefix, program, arguments);
    }
}
