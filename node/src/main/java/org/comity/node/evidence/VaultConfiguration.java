package org.comity.node.evidence;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.BucketOfBlobs;
import org.comity.node.evidence.vault.Disk;
import org.comity.node.evidence.vault.FolderOfBlobs;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    /** The folder of the vault, and that of uploads in it. */
    record Places(Path vault, Path uploads) {}

    @Bean
    Places vaultPlaces(ComitySettings settings, VaultSettings vault) throws IOException {
        Path folder = vault.folder().orElseGet(() -> settings.home().resolve("vault"));
        return new Places(
                Files.createDirectories(folder.resolve("sealed")), Files.createDirectories(folder.resolve("uploads")));
    }

    @Bean
    VaultKeys vaultKeys(ComitySettings settings) {
        return VaultKeys.in(settings.home().resolve("keys"));
    }

    @Bean
    Disk vaultDisk() {
        return new Disk();
    }

    @Bean
    RecurringTask<Void> evidenceUploads(SweepingVault sweeping) {
        return Tasks.recurring("evidence-uploads", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    try {
                        sweeping.inBetween();
                    } catch (IOException kept) {
                        throw new UncheckedIOException("What nobody needs any more can't be removed.", kept);
                    }
                });
    }

    @Bean
    RecurringTask<Void> evidenceChecks(CheckingContents checking) {
        return Tasks.recurring("evidence-checks", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> checking.checkDue());
    }

    /** In pieces, so that other work gets the thread in between. */
    @Bean
    Task<Void> evidenceCheckNow(CheckingContents checking, Clock clock) {
        return Tasks.custom(CheckingContents.CHECK).execute((instance, context) -> {
            boolean more = checking.checkDue();
            return more
                    ? (done, client) -> client.reschedule(done, clock.instant())
                    : new CompletionHandler.OnCompleteRemove<>();
        });
    }

    @Bean
    Blobs blobs(VaultSettings settings, Places places, Disk disk) {
        return settings.s3()
                .used()
                .<Blobs>map(BucketOfBlobs::new)
                .orElseGet(() -> new FolderOfBlobs(places.vault(), disk));
    }
}
