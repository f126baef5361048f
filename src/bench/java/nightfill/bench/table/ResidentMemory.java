package nightfill.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Memory that processes have resident, in bytes: what several share is counted once, by the share of each (Linux only).
 *
 * @param all of it
 * @param shared what of it is shared memory, such as the database's buffers
 */
record ResidentMemory(long all, long shared) {

    static ResidentMemory of(Stream<ProcessHandle> processes) {
        List<Map<String, Long>> each = processes.map(ResidentMemory::kilobytes).toList();
        return new ResidentMemory(bytes("Pss", each), bytes("Pss_Shmem", each));
    }

    private static long bytes(String field, Collection<Map<String, Long>> processes) {
        return 1024
                * processes.stream()
                        .mapToLong(process -> process.getOrDefault(field, 0L))
                        .sum();
    }

    private static Map<String, Long> kilobytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(process.pid())))) {
            return lines.map(line -> line.split(":? +"))
                    .filter(words -> words[0].startsWith("Pss"))
                    .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1])));
        } catch (IOException | java.io.UncheckedIOException e) {
            // It ended between being listed and being read.
            return Map.of();
        }
    }
}
