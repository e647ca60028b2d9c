package ilgam.member.identity.api;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.account.Password;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.identity.session.LogIn;
import ilgam.member.identity.session.OpenSession;
import ilgam.member.identity.session.Sessions;
import ilgam.member.language.MemberId;
import ilgam.member.people.api.MemberView;
import ilgam.member.people.directory.Directory;
import ilgam.member.web.Form;
import ilgam.member.web.NotFound;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Verbatim;
import ilgam.starter.web.Page;

/** Logging in and out, the current member, and their other sessions. */
@RestController
@Tag(name = "Sessions")
class SessionApi {

    @Schema(
            requiredProperties = {"email", "password"},
            description = "Who logs in.",
            example = """
            {"email": "ada@example.com", "password": "correct horse battery"}""")
    record LogInBody(
            @Schema(description = "The e-mail address of the account.") @Nullable
            String email,

            @Schema(description = "The password of the account.") @Verbatim @Nullable
            String password) {}

    @Schema(name = "SessionOfMember", description = "Who is logged in.")
    record SessionView(
            @Schema(description = "The member whose session or access token this is.")
            MemberView member) {}

    private final LogIn logIn;
    private final Sessions sessions;
    private final Directory directory;
    private final ClientInfoReader clients;
    private final SessionCookies cookies;

    SessionApi(LogIn logIn, Sessions sessions, Directory directory, ClientInfoReader clients, SessionCookies cookies) {
        this.clients = clients;
        this.cookies = cookies;
        this.logIn = logIn;
        this.sessions = sessions;
        this.directory = directory;
    }

    @PostMapping("/api/session")
    @Operation(
            operationId = "logIn",
            summary = "Log in",
            description = "For everybody. Sets the session and XSRF-TOKEN cookies, named __Host-… where the public URL"
                    + " has https. Ten wrong passwords of an account within 15 minutes close it for a while.")
    @Refuses({"401 wrong-credentials", "403 account-deactivated email-unconfirmed", "429 too-many-attempts", "503 busy"
    })
    ResponseEntity<SessionView> logIn(@RequestBody LogInBody body, HttpServletRequest request) {
        var form = new Form();
        var email = form.read("/email", () -> Form.given(body.email(), "An e-mail address is required."));
        var password =
                form.read("/password", () -> new Password(Form.given(body.password(), "A password is required.")));
        form.mustBeSound();
        var info = clients.of(request);
        var before = info.sessionCookie().orElse(null);
        var loggedIn = logIn.logIn(email.value(), password.value(), info.client(), before);
        return ResponseEntity.ok().headers(cookies.set(loggedIn.secret())).body(shown(loggedIn.member()));
    }

    @GetMapping("/api/session")
    @Operation(
            operationId = "whoAmI",
            summary = "Who am I",
            description = "Answers the member whose session or access token is sent.")
    @Refuses("404 not-found")
    SessionView whoAmI(Caller caller) {
        return shown(new MemberId(caller.member()));
    }

    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "logOut",
            summary = "Log out",
            description = "Ends the session that is sent and clears its cookies. An access token stays as it is.")
    ResponseEntity<Void> logOut(Caller caller, HttpServletRequest request) {
        var info = clients.of(request);
        var session = info.session();
        if (session != null)
            sessions.end(session, new MemberId(caller.member()), SecurityEventType.LOGGED_OUT, info.client());
        return ResponseEntity.noContent().headers(cookies.clear()).build();
    }

    @GetMapping("/api/sessions")
    @Operation(
            operationId = "listSessions",
            summary = "Where I am logged in, the last used first",
            description = "Answers every session of the caller with the device and address that used it last.")
    Page<OpenSession> list(Caller caller, HttpServletRequest request) {
        var open =
                sessions.of(new MemberId(caller.member()), clients.of(request).session());
        return new Page<>(open, null, null);
    }

    @DeleteMapping("/api/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endSession",
            summary = "Log out somewhere else",
            description = "Ends one session of the caller; within ten seconds it opens nothing any more.")
    void end(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        var client = clients.of(request).client();
        if (!sessions.end(id, new MemberId(caller.member()), SecurityEventType.SESSION_ENDED, client))
            throw NotFound.because("You have no session with this id.");
    }

    @DeleteMapping("/api/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endOtherSessions",
            summary = "Log out everywhere else",
            description = "Ends every session of the caller but the one that is sent.")
    void endOthers(Caller caller, HttpServletRequest request) {
        var info = clients.of(request);
        sessions.endOthers(info.session(), new MemberId(caller.member()), info.client());
    }

    private SessionView shown(MemberId member) {
        return new SessionView(MemberView.ofOneself(
                directory.find(member).orElseThrow(() -> NotFound.because("This member no longer exists."))));
    }
}
