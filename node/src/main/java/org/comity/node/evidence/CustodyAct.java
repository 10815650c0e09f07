package org.comity.node.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be done with an exhibit. Each is a step of its chain of custody, with facts in the words of the field. */
public sealed interface CustodyAct {

    /** The provision under which it is done; empty if none was named. */
    default String under() {
        return "";
    }

    /** In the order in which they are read. */
    Map<String, String> facts();

    /** As a token: {@code taken-in}. */
    default String what() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** It came in whole, and this is what came. */
    record TakenIn(Particulars particulars, long size, String sha256) implements CustodyAct {
        @Override
        public String under() {
            return particulars.provision();
        }

        @Override
        public Map<String, String> facts() {
            return inOrder(
                    "name", particulars.name(),
                    "size", Long.toString(size),
                    "sha256", sha256,
                    "origin", particulars.origin().name().toLowerCase(Locale.ROOT),
                    "from", particulars.from());
        }
    }

    /** Its use was limited. */
    record Limited(Condition condition) implements CustodyAct {
        @Override
        public String under() {
            return condition.provision();
        }

        @Override
        public Map<String, String> facts() {
            return inOrder("condition", condition.text());
        }
    }

    /** It was put to a case or request. */
    record PutTo(String subject) implements CustodyAct {
        @Override
        public Map<String, String> facts() {
            return inOrder("subject", subject);
        }
    }

    /** All of it was read again and compared with the digest of its first day. */
    record Checked(boolean unchanged) implements CustodyAct {
        @Override
        public Map<String, String> facts() {
            return inOrder("unchanged", unchanged ? "yes" : "no");
        }
    }

    /** It, or a part, left the vault in the clear. */
    record HandedOut(String recipient, String purpose, List<Condition> shown) implements CustodyAct {
        @Override
        public Map<String, String> facts() {
            return inOrder(
                    "recipient", recipient,
                    "purpose", purpose,
                    "conditions-shown", Integer.toString(shown.size()));
        }
    }

    /** A seal was put on it. @param seal its kind @param sha256 of the sealing file */
    record PutUnderSeal(String seal, String sha256) implements CustodyAct {
        @Override
        public Map<String, String> facts() {
            return inOrder("seal", seal, "sha256", sha256);
        }
    }

    /** It was encrypted to another authority, which has it now as well. */
    record Released(String recipient, String party, String provision) implements CustodyAct {
        @Override
        public String under() {
            return provision;
        }

        @Override
        public Map<String, String> facts() {
            return inOrder("recipient", recipient, "party", party);
        }
    }

    /** Somebody ordered to destroy it, as the law asks or allows. */
    record DestructionOrdered(String provision, String reason) implements CustodyAct {
        @Override
        public String under() {
            return provision;
        }

        @Override
        public Map<String, String> facts() {
            return inOrder("reason", reason);
        }
    }

    /** The order was taken back, or the second person did not agree. */
    record DestructionStopped(String reason) implements CustodyAct {
        @Override
        public Map<String, String> facts() {
            return inOrder("reason", reason);
        }
    }

    /** The second person agreed, and with this step the key was destroyed. */
    record KeyDestroyed(String orderedBy) implements CustodyAct {
        @Override
        public Map<String, String> facts() {
            return inOrder("ordered-by", orderedBy);
        }
    }

    /** What the store still had was removed. */
    record Destroyed() implements CustodyAct {
        @Override
        public Map<String, String> facts() {
            return Map.of();
        }
    }

    private static Map<String, String> inOrder(String... namesAndValues) {
        var facts = new LinkedHashMap<String, String>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            facts.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return facts;
    }
}
