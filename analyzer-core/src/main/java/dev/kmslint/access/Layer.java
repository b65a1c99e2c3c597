package dev.kmslint.access;

/** The layers of policies that have a say in a request. */
public enum Layer {
  KEY_POLICY,
  RCP,
  IDENTITY,
  BOUNDARY,
  SESSION,
  SCP
}
