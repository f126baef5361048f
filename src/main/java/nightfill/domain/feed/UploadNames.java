package nightfill.domain.feed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names under which clients and servers keep a file while it is being uploaded. */
final class UploadNames {

    /** Of rsync, for what is put into place all at once, and for what it takes up again. */
    static final List<String> DIRECTORIES = List.of(".~tmp~", ".rsync-partial");

    private static final String ENDINGS = "(?:part|filepart|partial|tmp|temp|temporary|crdownload|opdownload|download"
            + "|upload|uploading|incomplete|in_?progress|writing|lftp|lftp-pget-status|aria2|ffs_tmp|!sync|bts)";

    /** What is found under the group {@code name} must be the name of a feed, or nearly. */
    private static final List<Pattern> NAMED = List.of(
            pattern("(?<name>.+)\\." + ENDINGS + "\\d*"),
            pattern("(?<name>.+)[.-][0-9a-z]{4,24}\\." + ENDINGS),
            pattern("(?<name>.+)(?:_\\.gstmp|\\._COPYING_|\\._COPY_|___jb_(?:tmp|old)___)"),
            pattern("(?<name>.+)\\.sb-[0-9a-f]{8}-[0-9a-z]{6}"),
            pattern("(?<name>.+)\\.(?!(?:19|20)\\d{6}$)[0-9a-f]{8}"),
            pattern(
                    "(?<name>.+)-(?!(?:19|20)\\d{6}$)(?=.*[0-9])(?:[0-9a-z]{8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"),
            pattern("\\.(?<name>.+?\\.csv)(?:\\..*)?"),
            pattern("\\.?~(?<name>.+?\\.csv)(?:\\..*)?"),
            pattern(
                    "[.~](?:in|syncthing|unison|tmp|temp|part|partial|upload|uploading)[.~](?<name>.+?\\.csv)(?:\\..*)?"),
            pattern("\\.azDownload-[0-9a-f-]{36}-(?<name>.+)"));

    /** Firefox puts its letters before the ending. */
    private static final Pattern WITHIN = pattern("(?<name>.+)\\.[\\w-]{8}(?<ending>\\.csv)\\.part");

    private static final Pattern NAMELESS = pattern(
            "\\.pureftpd-upload\\..*|\\.goutputstream-\\w+|Unconfirmed \\d+\\.crdownload|\\.getxfer\\..*\\.mega");

    private UploadNames() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static boolean isOne(String name) {
        return NAMELESS.matcher(name).matches() || of(name).isPresent();
    }

    /** The name that is read, or was meant, of what is being uploaded. */
    static Optional<String> of(String name) {
        for (String directory : ArrivedName.uploadDirectories()) {
            if (name.startsWith(directory + "/")) {
                String file = name.substring(directory.length() + 1);
                return meant(file).or(() -> of(file));
            }
        }
        Matcher within = WITHIN.matcher(name);
        if (within.matches()) {
            return meant(within.group("name") + within.group("ending"));
        }
        return NAMED.stream()
                .map(pattern -> pattern.matcher(name))
                .filter(Matcher::matches)
                .flatMap(matcher -> meant(matcher.group("name")).stream())
                .findFirst();
    }

    private static Optional<String> meant(String name) {
        return ArrivedName.READ.contains(name) ? Optional.of(name) : NearMisses.meant(name);
    }
}
