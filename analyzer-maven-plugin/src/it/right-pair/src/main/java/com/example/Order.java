package com.example;

import com.fasterxml.jackson.databind.ObjectMapper;

/** An order; written with Jackson 2. */
public record Order(String id) {
  /** The order as JSON. */
  public String json() {
    return new ObjectMapper().createObjectNode().put("id", id).toString();
  }
}
