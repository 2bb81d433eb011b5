"""Exports of surveys, real and made up, with which figures are computed a second time."""
