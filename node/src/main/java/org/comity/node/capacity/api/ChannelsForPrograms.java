package org.comity.node.capacity.api;

import java.util.List;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.frame.Described;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the public reports cybercrime, for programs. */
@RestController
@RequestMapping("/api/v1/capacity/reporting-channels")
class ChannelsForPrograms {

    private final KeepingRegister register;

    ChannelsForPrograms(KeepingRegister register) {
        this.register = register;
    }

    record PublicChannel(String state, String channel, String operator, String scope, String url, String basis) {}

    @Described("Where the public reports cybercrime, by State; a State that is not named has none that is known")
    @GetMapping
    List<PublicChannel> channels() {
        return register.data().channels().stream()
                .map(it -> new PublicChannel(
                        it.state().value(),
                        it.channel(),
                        it.operator(),
                        it.scope(),
                        it.url(),
                        it.provenance().basis()))
                .toList();
    }
}
