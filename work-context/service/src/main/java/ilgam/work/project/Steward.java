package ilgam.work.project;

import ilgam.member.language.MemberId;

/**
 * Who asks something of a project.
 *
 * @param steersAll a manager or an administrator: they may run projects that others started
 */
public record Steward(MemberId member, boolean steersAll) {}
