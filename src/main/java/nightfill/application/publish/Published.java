package nightfill.application.publish;

import java.nio.file.Path;
import java.util.List;
import nightfill.domain.run.Run;

/**
 * What a publication did.
 *
 * @param added runs that were not there before, or not whole
 * @param files copied
 * @param bytes in these
 * @param foreign what programs and systems left among the reports that were compared
 * @param notes what people should know, one line each
 */
public record Published(
        Path directory, List<Run> added, int files, long bytes, List<String> notes, List<Path> foreign) {}
