package dev.kmslint.access;

/**
 * A request, or the set of requests that differ only in what is open.
 *
 * @param action with its prefix, as {@code kms:CreateGrant}
 * @param resource the ARN of the resource that it is made on; empty when it is not known
 */
public record Request(Caller caller, String action, String resource, RequestContext context) {}
