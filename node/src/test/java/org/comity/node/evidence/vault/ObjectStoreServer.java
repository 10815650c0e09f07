package org.comity.node.evidence.vault;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A real S3 server (S3Proxy over a folder) in this JVM. It lives in a class loader below the tests', from jars that the
 * build lays aside: among them is an XML binding at whose sight the node under test would answer otherwise.
 */
public final class ObjectStoreServer implements AutoCloseable {

    public static final String ACCESS_KEY = "comity-tests";
    public static final String SECRET_KEY = "not a secret at all";

    private static final Path JARS = Path.of(System.getProperty("comity.root", ".."), "node/target/s3-server");

    private final URLClassLoader classes;
    private final Object server;
    private final Path folder;

    private ObjectStoreServer(URLClassLoader classes, Object server, Path folder) {
        this.classes = classes;
        this.server = server;
        this.folder = folder;
    }

    /** Starts one that keeps its buckets as sub-folders of that folder. */
    public static ObjectStoreServer in(Path folder) throws Exception {
        var classes = new URLClassLoader(jars(), ObjectStoreServer.class.getClassLoader());
        var before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classes);
        try {
            var properties = new Properties();
            properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
            properties.setProperty("s3proxy.authorization", "aws-v4");
            properties.setProperty("s3proxy.identity", ACCESS_KEY);
            properties.setProperty("s3proxy.credential", SECRET_KEY);
            properties.setProperty(
                    "jclouds.filesystem.basedir", folder.toRealPath().toString());
            Object store = classes.loadClass("org.gaul.s3proxy.BlobStores")
                    .getMethod("create", String.class, Properties.class)
                    .invoke(null, "filesystem-nio2", properties);
            Object builder = classes.loadClass("org.gaul.s3proxy.S3Proxy$Builder")
                    .getMethod("fromProperties", Properties.class)
                    .invoke(null, properties);
            builder.getClass()
                    .getMethod("blobStore", classes.loadClass("org.gaul.s3proxy.blobstore.BlobStore"))
                    .invoke(builder, store);
            Object server = builder.getClass().getMethod("build").invoke(builder);
            server.getClass().getMethod("start").invoke(server);
            return new ObjectStoreServer(classes, server, folder);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Where it listens. */
    public URI address() throws Exception {
        return URI.create(
                "http://127.0.0.1:" + server.getClass().getMethod("getPort").invoke(server));
    }

    /** A bucket of that name, empty if it is new. */
    public void bucket(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
    }

    @Override
    public void close() throws Exception {
        server.getClass().getMethod("stop").invoke(server);
        classes.close();
    }

    private static URL[] jars() throws IOException {
        try (var files = Files.list(JARS)) {
            return files.map(ObjectStoreServer::url).toArray(URL[]::new);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
