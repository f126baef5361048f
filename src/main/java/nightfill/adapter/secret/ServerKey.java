package nightfill.adapter.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/**
 * What a server shows that it is: the first key in a PKCS#12 file that has a certificate.
 *
 * @param ends when the certificate does
 */
public record ServerKey(Path file, String password, String alias, Instant ends) {

    private static final Duration SOON = Duration.ofDays(14);

    /**
     * Opens the file.
     *
     * @throws Problem (refused) when it cannot be had, or its certificate does not hold at that time
     */
    public static ServerKey read(Path file, String password, Instant now) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            return first(keys, file, password, now);
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw refused(file, "has a certificate that does not hold now (" + e.getMessage() + ")", "get a new one");
        } catch (NoSuchFileException e) {
            throw refused(file, "is not there", "name another one, or make it");
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (GeneralSecurityException e) {
            throw refused(file, "cannot be used (" + e.getMessage() + ")", "make another one");
        }
    }

    private static ServerKey first(KeyStore keys, Path file, String password, Instant now)
            throws GeneralSecurityException {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                certificate.checkValidity(Date.from(now));
                return new ServerKey(
                        file, password, alias, certificate.getNotAfter().toInstant());
            }
        }
        throw refused(file, "has no key with a certificate", "add one");
    }

    private static Problem unreadable(Path file, IOException e) {
        if (e.getCause() instanceof UnrecoverableKeyException) {
            return refused(file, "does not open with the password given", "correct the password, or name another file");
        }
        return e instanceof FileSystemException
                ? refused(file, "cannot be read: " + FileTrouble.of(e), "let this user read it")
                : refused(file, "is not a PKCS#12 file", "name another one");
    }

    private static Problem refused(Path file, String what, String remedy) {
        return Problem.refused("the key store %s %s".formatted(file, what), Remedy.mend(remedy));
    }

    /** In a line for people, where the certificate ends within two weeks. */
    public Optional<String> warning(Instant now) {
        return now.plus(SOON).isBefore(ends)
                ? Optional.empty()
                : Optional.of("the certificate in %s ends on %s"
                        .formatted(file, ends.atZone(ZoneOffset.UTC).toLocalDate()));
    }
}
