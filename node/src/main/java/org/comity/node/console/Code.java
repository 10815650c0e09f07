package org.comity.node.console;

import org.comity.node.identity.TimeCode;
import org.comity.node.time.WallTime;

/** The one-time code of this half minute for a secret, as an authenticator application shows it. */
class Code implements Command {

    @Override
    public String name() {
        return "code";
    }

    @Override
    public String usage() {
        return "code SECRET";
    }

    @Override
    public int run(Arguments arguments) {
        var secret = arguments.word("the secret that was shown with the sign-in");
        try {
            IO.println(TimeCode.now(secret, WallTime.clock().instant()));
        } catch (IllegalArgumentException wrong) {
            throw new Misuse(String.valueOf(wrong.getMessage()));
        }
        return DONE;
    }
}
