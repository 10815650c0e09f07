package org.comity.node.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code comity.vault.}
 *
 * @param folder for sealed contents; without one, {@code vault} in the home folder. Uploads wait there also when an object
 *     store keeps what is complete
 * @param quota how much may be held; without one, what the disk has
 * @param largest exhibit that is taken in
 * @param reserve that stays free on the disk, so that the database can still write
 * @param uploadsWait how long an upload waits for its next bytes before it is dropped
 * @param checkEvery how often each content is read again and compared with what was taken in
 */
@ConfigurationProperties("comity.vault")
public record VaultSettings(
        Optional<Path> folder,
        Optional<DataSize> quota,
        @DefaultValue("1TB") DataSize largest,
        @DefaultValue("512MB") DataSize reserve,
        @DefaultValue("7d") Duration uploadsWait,
        @DefaultValue("30d") Duration checkEvery) {}
