package ilgam.member.identity.account;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.identity.audit.Client;

/**
 * Requests for mails to a named address. The request writes one row for any address, so that neither the response nor
 * its time reveals who has an account; the mail is sent afterwards.
 */
@Component
public class MailRequests {

    private final JdbcClient db;
    private final PasswordResets resets;
    private final EmailProof proof;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();

    MailRequests(
            JdbcClient db, PasswordResets resets, EmailProof proof, TransactionOperations transaction, Clock clock) {
        this.db = db;
        this.resets = resets;
        this.proof = proof;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void newPassword(EmailAddress email, Client client) {
        write(MailRequest.Kind.NEW_PASSWORD, email, client);
    }

    public void confirmation(EmailAddress email, Client client) {
        write(MailRequest.Kind.CONFIRMATION, email, client);
    }

    private void write(MailRequest.Kind kind, EmailAddress email, Client client) {
        db.sql("""
                        insert into mail_wish (kind, email_key, address, user_agent, at)
                        values (:kind, :email, :address, :agent, :at)
                        """)
                .param("kind", kind.name())
                .param("email", email.key())
                .param("address", client.address(), Types.VARCHAR)
                .param("agent", client.userAgent(), Types.VARCHAR)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Scheduled(fixedRateString = "PT1S", initialDelayString = "PT1S")
    void round() {
        if (!looking.tryLock()) return;
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> fulfilOne()))) Thread.onSpinWait();
        } finally {
            looking.unlock();
        }
    }

    private boolean fulfilOne() {
        var request = take();
        request.ifPresent(it -> {
            switch (it.kind()) {
                case NEW_PASSWORD -> resets.mail(it.emailKey(), it.client());
                case CONFIRMATION -> proof.mail(it.emailKey());
            }
        });
        return request.isPresent();
    }

    private Optional<MailRequest> take() {
        return db.sql("""
                        delete from mail_wish
                        where id = (select id from mail_wish order by id limit 1 for update skip locked)
                        returning id, kind, email_key, address, user_agent
                        """).query(MailRequest.class).optional();
    }
}
