package ilgam.member.people.persons;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.people.membership.MemberCommand.AnnouncePerson;
import ilgam.starter.messaging.AlreadyExists;
import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;

/**
 * Finds the persons whom an import names and announces new ones. A name's id is stored first, so that a repeat after a
 * crash, or a concurrent import, continues with the same person.
 */
@Component
public class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final int AT_ONCE = 8;

    private final PersonNames names;
    private final Commands commands;
    private final ReadYourWrites writes;

    People(PersonNames names, Commands commands, ReadYourWrites writes) {
        this.names = names;
        this.commands = commands;
        this.writes = writes;
    }

    /** The ids of all these persons. Every one is in the directory when this returns. */
    public Map<String, UUID> known(Collection<String> wanted, MetaData metadata) {
        names.write(wanted);
        var persons = names.of(wanted);
        var unannounced = persons.stream().filter(person -> !person.announced()).toList();
        if (!unannounced.isEmpty()) {
            announce(unannounced, metadata);
            writes.await(() -> names.areAnnounced(wanted));
        }
        return persons.stream().collect(Collectors.toMap(PersonName::sourceName, PersonName::memberId));
    }

    private void announce(List<PersonName> persons, MetaData metadata) {
        try (var workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            CompletableFuture.allOf(persons.stream()
                            .map(person -> new AnnouncePerson(new MemberId(person.memberId())))
                            .map(command -> CompletableFuture.runAsync(() -> announce(command, metadata), workers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private void announce(AnnouncePerson command, MetaData metadata) {
        try {
            commands.send(command, metadata);
        } catch (AlreadyExists meanwhile) {
            LOG.debug("{} was announced concurrently.", command.member());
        }
    }
}
