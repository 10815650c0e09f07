package org.comity.node.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.node.evidence.vault.Blobs;
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
    Blobs blobs(Places places, Disk disk) {
        return new FolderOfBlobs(places.vault(), disk);
    }
}
