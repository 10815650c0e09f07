package org.comity.node.evidence.web;

import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.PuttingIn;
import org.comity.node.evidence.SeeingEvidence;
import org.comity.node.evidence.TakingInEvidence;
import org.comity.node.frame.DescribedAddresses;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.ApiArea;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.WatchedAddresses;
import org.comity.node.journal.SubjectAccess;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms show of this one, and the doors that are no pages. */
@Configuration(proxyBeanMethods = false)
class EvidencePlaces {

    @Bean
    NavigationEntry evidenceEntry() {
        return NavigationEntry.of(25, "evidence.evidence", "/evidence")
                .onlyFor(
                        "DUTY_OFFICER",
                        "DRAFTER",
                        "APPROVER",
                        "LAWYER",
                        "EXECUTING_OFFICER",
                        "PROVIDER_AGENT",
                        "READER",
                        "OVERSEER")
                .asMinor();
    }

    @Bean
    NavigationEntry vaultEntry() {
        return NavigationEntry.of(87, "evidence.vault", "/evidence/vault")
                .onlyFor("ADMINISTRATOR", "OVERSEER")
                .asMinor();
    }

    @Bean
    ApiArea evidenceForTokens() {
        return ApiArea.of("evidence", "evidence.area", "/api/v1/evidence/**");
    }

    /** Pages and addresses that show an exhibit or a package. */
    @Bean
    static WatchedAddresses exhibitsWatched() {
        return WatchedAddresses.of("exhibit", "/evidence/{id:[0-9a-f-]{36}}/**");
    }

    @Bean
    static WatchedAddresses packagesWatched() {
        return WatchedAddresses.of(
                "package",
                "/evidence/packages/{id:[0-9a-f-]{36}}/**",
                "/api/v1/evidence/packages/{id:[0-9a-f-]{36}}/**");
    }

    @Bean
    static DescribedAddresses packagesDescribed() {
        return DescribedAddresses.of("evidence", PackagesForPrograms.class);
    }

    @Bean
    ServletRegistrationBean<FormUpload> formUpload(TakingInEvidence taking, PuttingIn putting, CurrentPerson current) {
        return new ServletRegistrationBean<>(new FormUpload(taking, putting, current), FormUpload.PATH);
    }

    /** Who sees an exhibit sees its journal entries. */
    @Bean
    SubjectAccess exhibitSubjects(SeeingEvidence seeing, CurrentPerson current) {
        return new SubjectAccess() {
            @Override
            public String kind() {
                return "exhibit";
            }

            @Override
            public boolean maySee(String subject) {
                return current.find()
                        .filter(person -> {
                            try {
                                seeing.exhibit(person, ExhibitId.of(subject.substring(subject.indexOf(':') + 1)));
                                return true;
                            } catch (EvidenceRefused | IllegalArgumentException absent) {
                                return false;
                            }
                        })
                        .isPresent();
            }
        };
    }
}
