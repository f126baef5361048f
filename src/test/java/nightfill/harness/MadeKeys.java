package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key store as an administrator makes one: a key for this host that vouches for itself for ten days. */
public record MadeKeys(Path file, String password) {

    private static final String KEYTOOL =
            "-J-XX:TieredStopAtLevel=1 -genkeypair -storetype PKCS12 -storepass:env PASSWORD"
                    + " -alias console -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1 -validity 10 -keystore";

    public static MadeKeys in(Path directory) throws IOException, InterruptedException {
        MadeKeys keys = new MadeKeys(directory.resolve("console.p12"), "open sesame");
        Process keytool = keys.keytool().start();
        assertThat(keytool.waitFor()).isZero();
        return keys;
    }

    private ProcessBuilder keytool() {
        ProcessBuilder keytool = new ProcessBuilder(KEYTOOL.split(" "));
        keytool.command()
                .add(
                        0,
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString());
        keytool.command().add(file.toString());
        keytool.redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        keytool.environment().put("PASSWORD", password);
        return keytool;
    }

    /** What a client takes that believes them. */
    public SSLContext believing() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password.toCharArray());
        }
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("console", keys.getCertificate("console"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
