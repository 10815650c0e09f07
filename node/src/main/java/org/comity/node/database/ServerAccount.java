package org.comity.node.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom the database server runs. PostgreSQL refuses to run as root, so a node started by root hands the server to an
 * account without privileges, or hides root from it in a user namespace.
 *
 * @param prefix the words before the server's own command line
 */
record ServerAccount(List<String> prefix, int uid, int gid) {

    /** The customary number of the account "nobody"; it needs no entry in the account list. */
    private static final int NOBODY = 65534;

    private static final int ROOT = 0;

    static boolean weAreRoot() {
        return new UnixSystem().getUid() == ROOT;
    }

    static ServerAccount ourselves() {
        var we = new UnixSystem();
        return new ServerAccount(List.of(), (int) we.getUid(), (int) we.getGid());
    }

    static ServerAccount nobody() {
        return unprivileged(NOBODY, NOBODY);
    }

    static ServerAccount namespaced() {
        return new ServerAccount(List.of("unshare", "-U"), ROOT, ROOT);
    }

    /** The account that already owns a data folder. */
    static ServerAccount ownerOf(Path folder) throws IOException {
        if (!weAreRoot()) {
            return ourselves();
        }
        var uid = (int) Files.getAttribute(folder, "unix:uid");
        return uid == ROOT ? namespaced() : unprivileged(uid, (int) Files.getAttribute(folder, "unix:gid"));
    }

    private static ServerAccount unprivileged(int uid, int gid) {
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs"), uid, gid);
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    void own(Path file) throws IOException {
        if (weAreRoot()) {
            Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Tried, not computed: every folder above counts, and so do mounts and security modules. */
    boolean canWrite(Path folder) {
        return succeeds(command(List.of("test", "-w", folder.toString())));
    }

    boolean works() {
        return succeeds(command(List.of("true")));
    }

    private static boolean succeeds(List<String> command) {
        try {
            var probe = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
