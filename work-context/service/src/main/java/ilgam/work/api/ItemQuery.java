package ilgam.work.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.web.ListParameters;

/** The parameters of a list of items. Several values of one, repeated or separated by commas, mean any of them. */
record ItemQuery(
        @Parameter(description = "Keys of projects") @Nullable
        List<String> project,

        @Parameter(description = "task or issue") @Nullable List<String> kind,

        @Parameter(description = "me, a member's id, or none") @Nullable
        List<String> assignee,

        @Parameter(description = "me, a member's id, or none") @Nullable
        List<String> reporter,

        @Parameter(description = "Ids of teams: assigned to somebody who belongs to one of them then") @Nullable
        List<String> team,

        @Parameter(description = "Names or ids of statuses, or none: " + ListParameters.HOW) @Nullable
        List<String> status,

        @Parameter(description = "todo, doing, waiting, done or dropped") @Nullable
        List<String> category,

        @Parameter(description = "URGENT, HIGH, NORMAL, LOW or NONE") @Nullable
        List<String> priority,

        @Parameter(description = "Story points, or none") @Nullable
        List<String> points,

        @Parameter(description = "Labels: " + ListParameters.HOW) @Nullable
        List<String> label,

        @Parameter(
                description = "overdue (and still open), today, week (Monday to Sunday), none, or from..to: dates,"
                        + " both included, one of which may be left out")
        @Nullable
        List<String> due,

        @Parameter(
                description = "Due in the caller's last, this or next work cycle",
                schema = @Schema(allowableValues = {"last", "this", "next"}))
        @Nullable
        String cycle,

        @Parameter(description = "Keys or ids of items that these are part of") @Nullable
        List<String> parent,

        @Parameter(description = "Words of title, description or source key, all of which are found; or a whole key")
        @Nullable
        String text,

        @Parameter(description = "true: only deleted items", schema = @Schema(type = "boolean")) @Nullable
        String deleted,

        @Parameter(description = "createdAt, updatedAt, dueOn, priority, key or title; with - the other way round")
        @Nullable
        String sort,

        @Parameter(description = "As of this instant, by today's permissions") @Nullable
        String at,

        @Parameter(description = QueryParameters.TIME_ZONE) @Nullable
        String tz,

        @Parameter(description = "next of the page before") @Nullable
        String cursor,

        @Parameter(description = "1 to 200; 50 unless given", schema = @Schema(type = "integer")) @Nullable
        String limit,

        @Parameter(description = "true: with the total", schema = @Schema(type = "boolean")) @Nullable
        String count) {}
