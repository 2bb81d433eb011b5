"""What all small nouns are: checked when made, and never changed afterwards."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value with checked fields."""

    model_config = ConfigDict(frozen=True)
