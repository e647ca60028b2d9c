package ilgam.work.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ilgam.starter.test.ApiDocument;
import ilgam.work.api.Cast.Place;
import ilgam.work.api.Cast.Who;
import ilgam.work.api.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what: every path of this context, by everybody who could ask, in every kind of project. */
@TestInstance(Lifecycle.PER_CLASS)
class PermissionMatrixTest extends Office {

    /**
     * A cell is the status of the answer; a word is the reason of a 403 or 409, and out a 401 because nobody is logged
     * in; theirs is a project or a comment that somebody else has to change. A list tells some of the project, or none.
     * The columns are those of {@link Who}: nobody, a member, one whom the private project admitted, who started the
     * projects and wrote what is in them, a team's lead, the other roles, an admin's access tokens by their scopes, and
     * tokens of the member and of the manager with every scope.
     */
    private static final String TABLE = """
            path                                                        | nobody | member   | admitted | starter  | lead     | manager       | admin         | read  | write         | all           | own      | managed

            GET    /api/dead-letters                                    | out    | role     | role     | role     | role     | role          | none          | scope | scope         | none          | role     | role
            POST   /api/dead-letters/{id}/retry                         | out    | role     | role     | role     | role     | role          | 404           | scope | scope         | 404           | role     | role
            POST   /api/dead-letters/{id}/discard                       | out    | role     | role     | role     | role     | role          | 404           | scope | scope         | 404           | role     | role
            GET    /api/projections                                     | out    | role     | role     | role     | role     | role          | none          | scope | scope         | none          | role     | role
            PUT    /api/projections/{context}/{name}/pause              | out    | role     | role     | role     | role     | role          | 404           | scope | scope         | 404           | role     | role
            DELETE /api/projections/{context}/{name}/pause              | out    | role     | role     | role     | role     | role          | 404           | scope | scope         | 404           | role     | role
            POST   /api/projections/{context}/{name}/rebuild            | out    | role     | role     | role     | role     | role          | 404           | scope | scope         | 404           | role     | role

            GET    /api/my-work                               open      | out    | none     | none     | some     | none     | none          | none          | none  | none          | none          | none     | none
            GET    /api/my-work                               private   | out    | none     | none     | some     | none     | none          | some          | none  | none          | some          | none     | none
            GET    /api/my-work                               archived  | out    | none     | none     | none     | none     | none          | none          | none  | none          | none          | none     | none

            GET    /api/projects                              open      | out    | some     | some     | some     | some     | some          | some          | some  | some          | some          | some     | some
            GET    /api/projects                              private   | out    | none     | some     | some     | none     | none          | some          | none  | none          | some          | none     | none
            GET    /api/projects                              archived  | out    | some     | some     | some     | some     | some          | some          | some  | some          | some          | some     | some

            POST   /api/projects                                        | out    | 201      | 201      | 201      | 201      | 201           | 201           | scope | 201           | 201           | 201      | 201

            GET    /api/projects/{key}                        open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/projects/{key}                        private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/projects/{key}                        archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            PATCH  /api/projects/{key}                        open      | out    | theirs   | theirs   | 200      | theirs   | 200           | 200           | scope | 200           | 200           | theirs   | 200
            PATCH  /api/projects/{key}                        private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PATCH  /api/projects/{key}                        archived  | out    | theirs   | theirs   | archived | theirs   | archived      | archived      | scope | archived      | archived      | theirs   | archived

            PUT    /api/projects/{key}/workflow               open      | out    | theirs   | theirs   | 200      | theirs   | 200           | 200           | scope | 200           | 200           | theirs   | 200
            PUT    /api/projects/{key}/workflow               private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/projects/{key}/workflow               archived  | out    | theirs   | theirs   | archived | theirs   | archived      | archived      | scope | archived      | archived      | theirs   | archived

            GET    /api/projects/{key}/workflow/items         open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/projects/{key}/workflow/items         private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/projects/{key}/workflow/items         archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            PUT    /api/projects/{key}/members/{member}       open      | out    | theirs   | theirs   | 200      | theirs   | 200           | 200           | scope | 200           | 200           | theirs   | 200
            PUT    /api/projects/{key}/members/{member}       private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/projects/{key}/members/{member}       archived  | out    | theirs   | theirs   | archived | theirs   | archived      | archived      | scope | archived      | archived      | theirs   | archived

            DELETE /api/projects/{key}/members/{member}       open      | out    | theirs   | theirs   | 200      | theirs   | 200           | 200           | scope | 200           | 200           | theirs   | 200
            DELETE /api/projects/{key}/members/{member}       private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            DELETE /api/projects/{key}/members/{member}       archived  | out    | theirs   | theirs   | archived | theirs   | archived      | archived      | scope | archived      | archived      | theirs   | archived

            PUT    /api/projects/{key}/archive                open      | out    | theirs   | theirs   | 200      | theirs   | 200           | 200           | scope | 200           | 200           | theirs   | 200
            PUT    /api/projects/{key}/archive                private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/projects/{key}/archive                archived  | out    | theirs   | theirs   | 200      | theirs   | 200           | 200           | scope | 200           | 200           | theirs   | 200

            DELETE /api/projects/{key}/archive                open      | out    | theirs   | theirs   | 200      | theirs   | 200           | 200           | scope | 200           | 200           | theirs   | 200
            DELETE /api/projects/{key}/archive                private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            DELETE /api/projects/{key}/archive                archived  | out    | theirs   | theirs   | 200      | theirs   | 200           | 200           | scope | 200           | 200           | theirs   | 200

            GET    /api/tasks                                 open      | out    | some     | some     | some     | some     | some          | some          | some  | some          | some          | some     | some
            GET    /api/tasks                                 private   | out    | none     | some     | some     | none     | none          | some          | none  | none          | some          | none     | none
            GET    /api/tasks                                 archived  | out    | some     | some     | some     | some     | some          | some          | some  | some          | some          | some     | some

            POST   /api/tasks                                 open      | out    | 201      | 201      | 201      | 201      | 201           | 201           | scope | 201           | 201           | 201      | 201
            POST   /api/tasks                                 private   | out    | 404      | 201      | 201      | 404      | 404           | 201           | scope | 404           | 201           | 404      | 404
            POST   /api/tasks                                 archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            GET    /api/tasks/{key}                           open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/tasks/{key}                           private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/tasks/{key}                           archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            PATCH  /api/tasks/{key}                           open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PATCH  /api/tasks/{key}                           private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PATCH  /api/tasks/{key}                           archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/tasks/{key}                           open      | out    | 204      | 204      | 204      | 204      | 204           | 204           | scope | 204           | 204           | 204      | 204
            DELETE /api/tasks/{key}                           private   | out    | 404      | 204      | 204      | 404      | 404           | 204           | scope | 404           | 204           | 404      | 404
            DELETE /api/tasks/{key}                           archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PUT    /api/tasks/{key}/status                    open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PUT    /api/tasks/{key}/status                    private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/tasks/{key}/status                    archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            POST   /api/tasks/{key}/restoration               open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            POST   /api/tasks/{key}/restoration               private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            POST   /api/tasks/{key}/restoration               archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            GET    /api/tasks/{key}/history                   open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/tasks/{key}/history                   private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/tasks/{key}/history                   archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/tasks/{key}/history/{id}              open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/tasks/{key}/history/{id}              private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/tasks/{key}/history/{id}              archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/tasks/{key}/comments                  open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/tasks/{key}/comments                  private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/tasks/{key}/comments                  archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/tasks/{key}/relations                 open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/tasks/{key}/relations                 private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/tasks/{key}/relations                 archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            POST   /api/tasks/{key}/comments                  open      | out    | 201      | 201      | 201      | 201      | 201           | 201           | scope | 201           | 201           | 201      | 201
            POST   /api/tasks/{key}/comments                  private   | out    | 404      | 201      | 201      | 404      | 404           | 201           | scope | 404           | 201           | 404      | 404
            POST   /api/tasks/{key}/comments                  archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PATCH  /api/tasks/{key}/comments/{comment}        open      | out    | theirs   | theirs   | 200      | theirs   | theirs        | 200           | scope | theirs        | 200           | theirs   | theirs
            PATCH  /api/tasks/{key}/comments/{comment}        private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PATCH  /api/tasks/{key}/comments/{comment}        archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/tasks/{key}/comments/{comment}        open      | out    | theirs   | theirs   | 204      | theirs   | theirs        | 204           | scope | theirs        | 204           | theirs   | theirs
            DELETE /api/tasks/{key}/comments/{comment}        private   | out    | 404      | theirs   | 204      | 404      | 404           | 204           | scope | 404           | 204           | 404      | 404
            DELETE /api/tasks/{key}/comments/{comment}        archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PUT    /api/tasks/{key}/links/{type}/{other}      open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PUT    /api/tasks/{key}/links/{type}/{other}      private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/tasks/{key}/links/{type}/{other}      archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/tasks/{key}/links/{type}/{other}      open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            DELETE /api/tasks/{key}/links/{type}/{other}      private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            DELETE /api/tasks/{key}/links/{type}/{other}      archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            GET    /api/issues                                open      | out    | some     | some     | some     | some     | some          | some          | some  | some          | some          | some     | some
            GET    /api/issues                                private   | out    | none     | some     | some     | none     | none          | some          | none  | none          | some          | none     | none
            GET    /api/issues                                archived  | out    | some     | some     | some     | some     | some          | some          | some  | some          | some          | some     | some

            POST   /api/issues                                open      | out    | 201      | 201      | 201      | 201      | 201           | 201           | scope | 201           | 201           | 201      | 201
            POST   /api/issues                                private   | out    | 404      | 201      | 201      | 404      | 404           | 201           | scope | 404           | 201           | 404      | 404
            POST   /api/issues                                archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            GET    /api/issues/{key}                          open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/issues/{key}                          private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/issues/{key}                          archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            PATCH  /api/issues/{key}                          open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PATCH  /api/issues/{key}                          private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PATCH  /api/issues/{key}                          archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/issues/{key}                          open      | out    | 204      | 204      | 204      | 204      | 204           | 204           | scope | 204           | 204           | 204      | 204
            DELETE /api/issues/{key}                          private   | out    | 404      | 204      | 204      | 404      | 404           | 204           | scope | 404           | 204           | 404      | 404
            DELETE /api/issues/{key}                          archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PUT    /api/issues/{key}/status                   open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PUT    /api/issues/{key}/status                   private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/issues/{key}/status                   archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PUT    /api/issues/{key}/resolution               open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PUT    /api/issues/{key}/resolution               private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/issues/{key}/resolution               archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            POST   /api/issues/{key}/restoration              open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            POST   /api/issues/{key}/restoration              private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            POST   /api/issues/{key}/restoration              archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            GET    /api/issues/{key}/history                  open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/issues/{key}/history                  private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/issues/{key}/history                  archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/issues/{key}/history/{id}             open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/issues/{key}/history/{id}             private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/issues/{key}/history/{id}             archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/issues/{key}/comments                 open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/issues/{key}/comments                 private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/issues/{key}/comments                 archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/issues/{key}/relations                open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/issues/{key}/relations                private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/issues/{key}/relations                archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            POST   /api/issues/{key}/comments                 open      | out    | 201      | 201      | 201      | 201      | 201           | 201           | scope | 201           | 201           | 201      | 201
            POST   /api/issues/{key}/comments                 private   | out    | 404      | 201      | 201      | 404      | 404           | 201           | scope | 404           | 201           | 404      | 404
            POST   /api/issues/{key}/comments                 archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PATCH  /api/issues/{key}/comments/{comment}       open      | out    | theirs   | theirs   | 200      | theirs   | theirs        | 200           | scope | theirs        | 200           | theirs   | theirs
            PATCH  /api/issues/{key}/comments/{comment}       private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PATCH  /api/issues/{key}/comments/{comment}       archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/issues/{key}/comments/{comment}       open      | out    | theirs   | theirs   | 204      | theirs   | theirs        | 204           | scope | theirs        | 204           | theirs   | theirs
            DELETE /api/issues/{key}/comments/{comment}       private   | out    | 404      | theirs   | 204      | 404      | 404           | 204           | scope | 404           | 204           | 404      | 404
            DELETE /api/issues/{key}/comments/{comment}       archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PUT    /api/issues/{key}/links/{type}/{other}     open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PUT    /api/issues/{key}/links/{type}/{other}     private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/issues/{key}/links/{type}/{other}     archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/issues/{key}/links/{type}/{other}     open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            DELETE /api/issues/{key}/links/{type}/{other}     private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            DELETE /api/issues/{key}/links/{type}/{other}     archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            GET    /api/work-items                            open      | out    | some     | some     | some     | some     | some          | some          | some  | some          | some          | some     | some
            GET    /api/work-items                            private   | out    | none     | some     | some     | none     | none          | some          | none  | none          | some          | none     | none
            GET    /api/work-items                            archived  | out    | some     | some     | some     | some     | some          | some          | some  | some          | some          | some     | some

            GET    /api/work-items/{key}                      open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/work-items/{key}                      private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/work-items/{key}                      archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            PATCH  /api/work-items/{key}                      open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PATCH  /api/work-items/{key}                      private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PATCH  /api/work-items/{key}                      archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/work-items/{key}                      open      | out    | 204      | 204      | 204      | 204      | 204           | 204           | scope | 204           | 204           | 204      | 204
            DELETE /api/work-items/{key}                      private   | out    | 404      | 204      | 204      | 404      | 404           | 204           | scope | 404           | 204           | 404      | 404
            DELETE /api/work-items/{key}                      archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PUT    /api/work-items/{key}/status               open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PUT    /api/work-items/{key}/status               private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/work-items/{key}/status               archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PUT    /api/work-items/{key}/resolution           open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PUT    /api/work-items/{key}/resolution           private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/work-items/{key}/resolution           archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            POST   /api/work-items/{key}/restoration          open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            POST   /api/work-items/{key}/restoration          private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            POST   /api/work-items/{key}/restoration          archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            GET    /api/work-items/{key}/history              open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/work-items/{key}/history              private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/work-items/{key}/history              archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/work-items/{key}/history/{id}         open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/work-items/{key}/history/{id}         private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/work-items/{key}/history/{id}         archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/work-items/{key}/comments             open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/work-items/{key}/comments             private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/work-items/{key}/comments             archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            GET    /api/work-items/{key}/relations            open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200
            GET    /api/work-items/{key}/relations            private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | 404   | 404           | 200           | 404      | 404
            GET    /api/work-items/{key}/relations            archived  | out    | 200      | 200      | 200      | 200      | 200           | 200           | 200   | 200           | 200           | 200      | 200

            POST   /api/work-items/{key}/comments             open      | out    | 201      | 201      | 201      | 201      | 201           | 201           | scope | 201           | 201           | 201      | 201
            POST   /api/work-items/{key}/comments             private   | out    | 404      | 201      | 201      | 404      | 404           | 201           | scope | 404           | 201           | 404      | 404
            POST   /api/work-items/{key}/comments             archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PATCH  /api/work-items/{key}/comments/{comment}   open      | out    | theirs   | theirs   | 200      | theirs   | theirs        | 200           | scope | theirs        | 200           | theirs   | theirs
            PATCH  /api/work-items/{key}/comments/{comment}   private   | out    | 404      | theirs   | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PATCH  /api/work-items/{key}/comments/{comment}   archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/work-items/{key}/comments/{comment}   open      | out    | theirs   | theirs   | 204      | theirs   | theirs        | 204           | scope | theirs        | 204           | theirs   | theirs
            DELETE /api/work-items/{key}/comments/{comment}   private   | out    | 404      | theirs   | 204      | 404      | 404           | 204           | scope | 404           | 204           | 404      | 404
            DELETE /api/work-items/{key}/comments/{comment}   archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            PUT    /api/work-items/{key}/links/{type}/{other} open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            PUT    /api/work-items/{key}/links/{type}/{other} private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            PUT    /api/work-items/{key}/links/{type}/{other} archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            DELETE /api/work-items/{key}/links/{type}/{other} open      | out    | 200      | 200      | 200      | 200      | 200           | 200           | scope | 200           | 200           | 200      | 200
            DELETE /api/work-items/{key}/links/{type}/{other} private   | out    | 404      | 200      | 200      | 404      | 404           | 200           | scope | 404           | 200           | 404      | 404
            DELETE /api/work-items/{key}/links/{type}/{other} archived  | out    | archived | archived | archived | archived | archived      | archived      | scope | archived      | archived      | archived | archived

            GET    /api/imports                               open      | out    | role     | role     | role     | role     | some          | some          | some  | some          | some          | role     | some
            GET    /api/imports                               private   | out    | role     | role     | role     | role     | none          | some          | none  | none          | some          | role     | none
            GET    /api/imports                               archived  | out    | role     | role     | role     | role     | some          | some          | some  | some          | some          | role     | some

            GET    /api/imports/{id}                          open      | out    | role     | role     | role     | role     | 200           | 200           | 200   | 200           | 200           | role     | 200
            GET    /api/imports/{id}                          private   | out    | role     | role     | role     | role     | 404           | 200           | 404   | 404           | 200           | role     | 404
            GET    /api/imports/{id}                          archived  | out    | role     | role     | role     | role     | 200           | 200           | 200   | 200           | 200           | role     | 200

            POST   /api/imports                               open      | out    | role     | role     | role     | role     | 202           | 202           | scope | 202           | 202           | role     | 202
            POST   /api/imports                               private   | out    | role     | role     | role     | role     | key-taken     | 202           | scope | key-taken     | 202           | role     | key-taken
            POST   /api/imports                               archived  | out    | role     | role     | role     | role     | unfit-project | unfit-project | scope | unfit-project | unfit-project | role     | unfit-project

            POST   /api/imports/{id}/restoration              open      | out    | role     | role     | role     | role     | not-withdrawn | not-withdrawn | scope | not-withdrawn | not-withdrawn | role     | not-withdrawn
            POST   /api/imports/{id}/restoration              private   | out    | role     | role     | role     | role     | 404           | not-withdrawn | scope | 404           | not-withdrawn | role     | 404
            POST   /api/imports/{id}/restoration              archived  | out    | role     | role     | role     | role     | archived      | archived      | scope | archived      | archived      | role     | archived

            DELETE /api/imports/{id}                          open      | out    | role     | role     | role     | role     | 202           | 202           | scope | 202           | 202           | role     | 202
            DELETE /api/imports/{id}                          private   | out    | role     | role     | role     | role     | 404           | 202           | scope | 404           | 202           | role     | 404
            DELETE /api/imports/{id}                          archived  | out    | role     | role     | role     | role     | archived      | archived      | scope | archived      | archived      | role     | archived
            """;

    /** One line of the table. */
    record Row(String method, String path, String place, List<String> cells) {

        String operation() {
            return method + ' ' + path;
        }

        @Override
        public String toString() {
            return operation() + ' ' + place;
        }

        private static Row of(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            var asked = cells.getFirst().split("\\s+", 3);
            return new Row(asked[0], asked[1], asked.length > 2 ? asked[2] : "", cells.subList(1, cells.size()));
        }
    }

    private final Cast cast = new Cast(this);

    @BeforeAll
    void everybodyIsThere() {
        cast.assemble();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everybody_is_answered_as_the_table_says(Row row) {
        var cells = new SoftAssertions();
        var expected = row.cells().iterator();
        var place = Place.of(row.place()).orElse(Place.OPEN);
        for (var who : Who.values()) {
            var answer = cast.ask(who, row, place);
            cells.assertThat(said(answer, row, place))
                    .as("%s by %s: %s", row, who, answer.response().body())
                    .isEqualTo(expected.next());
            if (place == Place.PRIVATE && answer.status() == 404)
                cells.assertThat(text(answer))
                        .as("%s by %s", row, who)
                        .isEqualTo(text(cast.ask(who, row, Place.UNKNOWN)));
        }
        cells.assertAll();
    }

    @Test
    void every_path_has_its_row() {
        var document =
                new ApiDocument("work", member().get("/v3/api-docs").response().body());

        assertThat(rows().map(Row::operation).distinct()).containsExactlyInAnyOrderElementsOf(document.operations());
    }

    @Test
    void the_columns_are_those_who_ask() {
        var titles = Arrays.stream(TABLE.lines().findFirst().orElseThrow().split("\\|"))
                .skip(1)
                .map(String::strip);

        assertThat(titles)
                .containsExactlyElementsOf(
                        Arrays.stream(Who.values()).map(Who::toString).toList());
    }

    static Stream<Row> rows() {
        return TABLE.lines().skip(1).filter(line -> !line.isBlank()).map(Row::of);
    }

    private String said(Answer answer, Row row, Place place) {
        var reason = answer.response().body().isEmpty() ? "" : answer.text("/reason");
        if (answer.status() == 401 && reason.equals("not-logged-in")) return "out";
        if (Set.of("not-yours-to-run", "not-your-comment").contains(reason)) return "theirs";
        if (answer.status() == 403 || answer.status() == 409) return reason;
        if (answer.status() == 200 && row.method().equals("GET") && !row.path().contains("{"))
            return tellsOf(cast.projectOf(place), answer) ? "some" : "none";
        return String.valueOf(answer.status());
    }

    private static boolean tellsOf(String project, Answer answer) {
        var text = answer.response().body();
        return text.contains('"' + project + '"') || text.contains('"' + project + '-');
    }

    /** The sentence of a refusal, whatever key it is about. */
    private static String text(Answer answer) {
        return answer.text("/reason") + ": "
                + answer.text("/detail").replaceAll("\"[^\"]*\"|[A-Z][A-Z0-9]+-[0-9]+", "it");
    }
}
