"""A record in the format of the public directory datenanfragen/data. Unknown keys are passed over."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StringConstraints

Short = Annotated[str, StringConstraints(max_length=500)]
Long = Annotated[str, StringConstraints(max_length=5000)]


class RawElement(BaseModel):
    """Something the holder asks for to find a person."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, defer_build=True)

    desc: Short
    type: Literal["name", "email", "birthdate", "input", "textarea", "address"]
    optional: bool = False


class RawRecord(BaseModel):
    """One file."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, defer_build=True)

    slug: Short
    name: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    address: Annotated[str, StringConstraints(min_length=1, max_length=1000)]
    countries: list[Short] = Field(validation_alias="relevant-countries", max_length=300)
    categories: list[Short] = Field(default=[], max_length=50)
    runs: list[Short] = Field(default=[], max_length=500)
    phone: Short | None = None
    email: Short | None = None
    webform: Short | None = None
    web: Short | None = None
    language: Short | None = Field(
        default=None, validation_alias=AliasChoices("request-language", "complaint-language")
    )
    channel: Literal["email", "letter", "webform", "fax"] | None = Field(
        default=None, validation_alias="suggested-transport-medium"
    )
    id_document: bool | None = Field(default=None, validation_alias="needs-id-document")
    elements: list[RawElement] = Field(default=[], validation_alias="required-elements", max_length=50)
    comments: list[Long] = Field(default=[], max_length=50)
    sources: list[Short] = Field(default=[], max_length=100)
    quality: Literal["tested", "verified", "scraped", "imported"] | None = None
