"""The envelope around ops and events, for both ends: JSON-RPC 2.0, one message a text frame.

An op travels as a request whose method is the class's name in snake_case, an event as a
notification. Batches are refused: a frame is one message, and answers come in order anyway.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, get_args

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType

from lianmai.core.messages import RESULTS, ErrorCode, Op, ServerEvent
from lianmai.core.sentences import sentence

LONGEST_REQUEST_BYTES = 64 * 1024
"""Longer messages to a server are refused; those from one may be longer, as rooms are."""

Result = TypeVar("Result", bound=Struct)
Id: TypeAlias = (
    Annotated[int, Meta(ge=-(2**53), le=2**53)] | Annotated[str, Meta(max_length=64)] | None
)


def wire_name(kind: type[Struct]) -> str:
    """Return what *kind* is called on the wire: ``SetLocalMute`` is ``set_local_mute``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


OPS: dict[str, type[Op[Any]]] = {wire_name(kind): kind for kind in RESULTS}
"""Every request by its method name."""

EVENTS: dict[str, type[Struct]] = {wire_name(kind): kind for kind in get_args(ServerEvent)}
"""Every event of the server by its method name."""


class Malformed(Exception):
    """A message that is not a request of ours.

    *id* is its own where one could be read; without any it wanted no answer.
    """

    def __init__(self, code: ErrorCode, reason: str, id: Id | UnsetType = None) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.id = id


@dataclass(frozen=True)
class Request:
    """An op, and the id its answer has to carry; without one no answer is wanted."""

    op: Op[Any]
    id: Id | UnsetType


@dataclass(frozen=True)
class Answer:
    """A request succeeded; *result* is decoded by `result_of`, once its type is known."""

    id: int
    result: Raw


@dataclass(frozen=True)
class Refusal:
    """A request failed; *id* is ``None`` when the server could not even read it."""

    id: int | None
    code: int
    reason: str


@dataclass(frozen=True)
class Ignored:
    """A message this client cannot use: not ours, or from a server newer than it."""

    reason: str


Incoming: TypeAlias = Answer | Refusal | ServerEvent | Ignored


class _Call(Struct, omit_defaults=True):
    """A request, or an event when there is no id."""

    method: str
    jsonrpc: Literal["2.0"]
    params: Raw = Raw(b"{}")
    id: Id | UnsetType = UNSET


class _Error(Struct):
    code: int
    message: str = ""


class _Reply(Struct):
    """Whatever a server sends; which fields are there tells what it is."""

    jsonrpc: Literal["2.0"]
    method: str | UnsetType = UNSET
    params: Raw = Raw(b"{}")
    result: Raw | UnsetType = UNSET
    error: _Error | UnsetType = UNSET
    id: int | None = None


class _IdOnly(Struct):
    id: Id = None


_encoder = msgspec.json.Encoder(enc_hook=str.__str__)
_call_decoder = msgspec.json.Decoder(_Call)
_reply_decoder = msgspec.json.Decoder(_Reply)
_params_decoders = {
    name: msgspec.json.Decoder[Any](kind) for name, kind in [*OPS.items(), *EVENTS.items()]
}

# Beside msgspec's own errors: text with lone surrogates, and brackets nested too deep.
_UNREADABLE = (ValueError, RecursionError)


# --- a server's side ----------------------------------------------------------------------


def decode_request(text: str | bytes) -> Request:
    """Return the request in *text*.

    Raises:
        Malformed: With the code JSON-RPC 2.0 (section 5.1) has for what is wrong.
    """
    if len(text) > LONGEST_REQUEST_BYTES:
        raise Malformed(ErrorCode.INVALID_REQUEST, "The message is too long.")
    try:
        call = _call_decoder.decode(text)
    except _UNREADABLE as error:
        raise _malformed(text, error) from error
    if call.method not in OPS:
        raise Malformed(ErrorCode.UNKNOWN_METHOD, "There is no such method.", call.id)
    try:
        return Request(_params_decoders[call.method].decode(call.params), call.id)
    except _UNREADABLE as error:
        reason = f"The parameters of {call.method} are wrong: {_brief(error)}."
        raise Malformed(ErrorCode.INVALID_PARAMS, reason, call.id) from error


def encode_answer(request_id: Id, result: Struct) -> bytes:
    """Return the answer to a request that succeeded."""
    return _encoder.encode({"jsonrpc": "2.0", "id": request_id, "result": result})


def encode_refusal(request_id: Id, code: int, reason: str) -> bytes:
    """Return the answer to a request that failed."""
    error = {"code": int(code), "message": reason}
    return _encoder.encode({"jsonrpc": "2.0", "id": request_id, "error": error})


def encode_event(event: ServerEvent) -> bytes:
    """Return *event* as a notification."""
    return _encoder.encode({"jsonrpc": "2.0", "method": wire_name(type(event)), "params": event})


# --- a client's side ----------------------------------------------------------------------


def encode_request(request_id: int, op: Op[Any]) -> bytes:
    """Return *op* as a request."""
    call = {"jsonrpc": "2.0", "id": request_id, "method": wire_name(type(op)), "params": op}
    return _encoder.encode(call)


def decode_incoming(text: str | bytes) -> Incoming:
    """Return what a server sent. Never fails: what cannot be used is `Ignored` and says why."""
    try:
        reply = _reply_decoder.decode(text)
    except _UNREADABLE:
        return Ignored(sentence("a message that is not JSON-RPC 2.0"))
    if reply.error is not UNSET:
        return Refusal(reply.id, reply.error.code, reply.error.message)
    if reply.result is not UNSET and reply.id is not None:
        return Answer(reply.id, reply.result)
    return _event(reply) if reply.method is not UNSET else Ignored(sentence("an answer to nothing"))


def result_of(answer: Answer, kind: type[Result]) -> Result:
    """Return the typed result in *answer*.

    Raises:
        ValueError: If it is not a *kind*; the text says where, never what stood there.
    """
    try:
        return msgspec.json.decode(answer.result, type=kind)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _event(reply: _Reply) -> Incoming:
    name = str(reply.method)[:64]
    if name not in EVENTS:
        return Ignored(sentence("the unknown event {name!r}", name=name))
    try:
        event: ServerEvent = _params_decoders[name].decode(reply.params)
    except _UNREADABLE:
        return Ignored(sentence("an event {name!r} that cannot be understood", name=name))
    return event


def _malformed(text: str | bytes, error: Exception) -> Malformed:
    """Tell broken JSON from JSON that is no request, and find the id of the latter."""
    try:
        whole = msgspec.json.decode(text)
    except _UNREADABLE:
        return Malformed(ErrorCode.PARSE_ERROR, "The message is not JSON.")
    if isinstance(whole, list):
        return Malformed(ErrorCode.INVALID_REQUEST, "Batches are not supported: send one by one.")
    try:
        own_id = msgspec.convert(whole, _IdOnly).id
    except ValueError:
        own_id = None
    return Malformed(
        ErrorCode.INVALID_REQUEST, f"Not a JSON-RPC 2.0 request: {_brief(error)}.", own_id
    )


def _brief(error: Exception) -> str:
    """Return what is wrong without the pages of input an error may quote."""
    return str(error)[:160]
