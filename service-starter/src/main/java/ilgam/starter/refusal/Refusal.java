package ilgam.starter.refusal;

/** The reason of a refusal. Enums implement it, and a service lists them in its {@link Refusals}. */
public interface Refusal extends Code {}
