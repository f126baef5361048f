package nightfill.application.act;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the nights that are started find and leave their files.
 *
 * @param input where feeds arrive; nothing where that was not said
 * @param output where reports go
 * @param publish where others read them, beside where they are owed already
 */
public record Places(Optional<Path> input, Path output, Optional<Path> publish) {}
