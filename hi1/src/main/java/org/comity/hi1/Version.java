package org.comity.hi1;

/** The version of the standard and of the profile that a message follows. */
public record Version(EtsiVersion etsi, String nationalProfileOwner, String nationalProfileVersion) {

    public Version {
        Text.shortString("national profile owner", nationalProfileOwner);
        Text.shortString("national profile version", nationalProfileVersion);
    }

    /** What this library writes: V1.22.1 with the treaty particulars of this library as profile. */
    public static Version current() {
        return new Version(EtsiVersion.V1_22_1, "comity", "treaty-1");
    }
}
