package nightfill.domain.proof;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files and directories that programs and systems leave wherever they pass, known by names that nothing else bears. */
public final class Foreign {

    private static final Pattern NAME = Pattern.compile(
            String.join(
                    "|",
                    // LibreOffice, Microsoft Office, vim and Emacs, while somebody looks at a file
                    "\\.~lock\\..*#",
                    "~\\$.*",
                    "~WR[A-Z][0-9]{4}\\.tmp",
                    "\\..+\\.sw[op]",
                    "\\.#.*",
                    // macOS
                    "\\.DS_Store|\\._.*|\\.AppleDouble|\\.apdisk|\\.fseventsd|\\.Spotlight-V100|\\.TemporaryItems|\\.Trashes",
                    // Windows, which does not heed case
                    "(?i:(eh)?thumbs\\.db|desktop\\.ini|\\$RECYCLE\\.BIN|System Volume Information)",
                    // NFS, FUSE, Samba and AFS, in place of a file that is deleted while it is open
                    "\\.nfs.*|\\.fuse_hidden.*|\\.smbdelete.*|\\.__afs.*",
                    // file systems and desktops of Linux
                    "lost\\+found|\\.Trash-[0-9]+|\\.directory",
                    // storage of Synology, QNAP and NetApp
                    "@eaDir|#recycle|@Recycle|\\.@__thumb|\\.snapshot|~snapshot",
                    // Nextcloud and ownCloud, Syncthing, Dropbox
                    "\\.(_?sync_.+|owncloudsync|nextcloudsync)\\.(db|log)(-wal|-shm)?|\\.stfolder|\\.dropbox(\\.attr|\\.cache)?"));

    private Foreign() {}

    /** Whether a path, names joined by {@code /}, is such a thing, or lies in one. */
    public static boolean is(String path) {
        return Stream.of(path.split("/", -1))
                .anyMatch(name -> NAME.matcher(name).matches());
    }
}
