"""The SOAP texts of a simulated ONVIF camera: envelopes, answers, faults; pure.

Written from the schemas of ONVIF (device ver10, media ver10, PTZ ver20, schema ver10), copied from no camera.
"""

from xml.sax.saxutils import escape, quoteattr

ENVELOPE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:tt="http://www.onvif.org/ver10/schema"'
    ' xmlns:tds="http://www.onvif.org/ver10/device/wsdl" xmlns:trt="http://www.onvif.org/ver10/media/wsdl"'
    ' xmlns:tr2="http://www.onvif.org/ver20/media/wsdl" xmlns:timg="http://www.onvif.org/ver20/imaging/wsdl"'
    ' xmlns:tptz="http://www.onvif.org/ver20/ptz/wsdl" xmlns:ter="http://www.onvif.org/ver10/error">'
    "<s:Body>{body}</s:Body></s:Envelope>"
)
PAN_TILT_SPACE = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/PositionGenericSpace"
ZOOM_SPACE = "http://www.onvif.org/ver10/tptz/ZoomSpaces/PositionGenericSpace"
PAN_TILT_SPEED = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/VelocityGenericSpace"
ZOOM_SPEED = "http://www.onvif.org/ver10/tptz/ZoomSpaces/VelocityGenericSpace"
SERVICES = {
    "http://www.onvif.org/ver10/device/wsdl": "/onvif/device_service",
    "http://www.onvif.org/ver10/media/wsdl": "/onvif/media_service",
    "http://www.onvif.org/ver20/media/wsdl": "/onvif/media2_service",
    "http://www.onvif.org/ver20/ptz/wsdl": "/onvif/ptz_service",
    "http://www.onvif.org/ver20/imaging/wsdl": "/onvif/imaging_service",
}


def envelope(body: str) -> bytes:
    """Returns a whole answer."""
    return ENVELOPE.format(body=body).encode()


def fault(code: str, subcodes: tuple[str, ...], reason: str) -> bytes:
    """Returns a refusal; `code` is Sender or Receiver, the subcodes go from general to special."""
    inner = ""
    for subcode in reversed(subcodes):
        inner = f"<s:Subcode><s:Value>ter:{subcode}</s:Value>{inner}</s:Subcode>"
    text = f'<s:Reason><s:Text xml:lang="en">{escape(reason)}</s:Text></s:Reason>'
    return envelope(f"<s:Fault><s:Code><s:Value>s:{code}</s:Value>{inner}</s:Code>{text}</s:Fault>")


def time_answer(year: int, month: int, day: int, hour: int, minute: int, second: int) -> str:
    """Returns the answer about the camera's clock."""
    clock = (
        f"<tt:Time><tt:Hour>{hour}</tt:Hour><tt:Minute>{minute}</tt:Minute><tt:Second>{second}</tt:Second></tt:Time>"
    )
    date = f"<tt:Date><tt:Year>{year}</tt:Year><tt:Month>{month}</tt:Month><tt:Day>{day}</tt:Day></tt:Date>"
    return _time(f"<tt:UTCDateTime>{clock}{date}</tt:UTCDateTime>")


def no_time_answer() -> str:
    """Returns the answer of a camera that has a clock and does not say what it shows."""
    return _time("")


def _time(utc: str) -> str:
    kind = "<tt:DateTimeType>Manual</tt:DateTimeType><tt:DaylightSavings>false</tt:DaylightSavings>"
    inner = f"<tds:SystemDateAndTime>{kind}{utc}</tds:SystemDateAndTime>"
    return f"<tds:GetSystemDateAndTimeResponse>{inner}</tds:GetSystemDateAndTimeResponse>"


def services_answer(base: str, without: set[str]) -> str:
    """Returns the services and where they are, but for those in whose address one of these words stands."""
    version = "<tds:Version><tt:Major>2</tt:Major><tt:Minor>60</tt:Minor></tds:Version>"
    entries = "".join(
        f"<tds:Service><tds:Namespace>{name}</tds:Namespace><tds:XAddr>{base}{path}</tds:XAddr>{version}</tds:Service>"
        for name, path in SERVICES.items()
        if not any(word in name for word in without)
    )
    return f"<tds:GetServicesResponse>{entries}</tds:GetServicesResponse>"


def capabilities_answer(base: str, *, ptz: bool) -> str:
    """Returns the same as older cameras say it."""
    media = f"<tt:Media><tt:XAddr>{base}/onvif/media_service</tt:XAddr><tt:StreamingCapabilities/></tt:Media>"
    turning = f"<tt:PTZ><tt:XAddr>{base}/onvif/ptz_service</tt:XAddr></tt:PTZ>" if ptz else ""
    inner = f"<tds:Capabilities>{media}{turning}</tds:Capabilities>"
    return f"<tds:GetCapabilitiesResponse>{inner}</tds:GetCapabilitiesResponse>"


def information_answer(maker: str, model: str) -> str:
    """Returns who made the camera."""
    numbers = "<tds:FirmwareVersion>1.0</tds:FirmwareVersion><tds:SerialNumber>0001</tds:SerialNumber>"
    names = f"<tds:Manufacturer>{escape(maker)}</tds:Manufacturer><tds:Model>{escape(model)}</tds:Model>"
    inner = f"{names}{numbers}<tds:HardwareId>1</tds:HardwareId>"
    return f"<tds:GetDeviceInformationResponse>{inner}</tds:GetDeviceInformationResponse>"


SOURCE = (
    '<tt:VideoSourceConfiguration token="vsc"><tt:Name>lens</tt:Name><tt:UseCount>1</tt:UseCount>'
    '<tt:SourceToken>lens-1</tt:SourceToken><tt:Bounds x="0" y="0" width="1920" height="1080"/>'
    "</tt:VideoSourceConfiguration>"
)


def profiles_answer(*, ptz: bool) -> str:
    """Returns two profiles, of which the second one moves."""
    turning = (
        '<tt:PTZConfiguration token="ptz-1"><tt:Name>ptz</tt:Name><tt:UseCount>1</tt:UseCount>'
        "<tt:NodeToken>node-1</tt:NodeToken></tt:PTZConfiguration>"
    )
    return (
        '<trt:GetProfilesResponse><trt:Profiles token="fixed" fixed="true"><tt:Name>fixed</tt:Name></trt:Profiles>'
        '<trt:Profiles token="main" fixed="true"><tt:Name>main</tt:Name>'
        f"{SOURCE}{turning if ptz else ''}</trt:Profiles></trt:GetProfilesResponse>"
    )


def profiles2_answer(*, ptz: bool) -> str:
    """Returns the same two as media2 says them."""
    turning = (
        '<tr2:PTZ token="ptz-1"><tt:Name>ptz</tt:Name><tt:NodeToken>node-1</tt:NodeToken></tr2:PTZ>' if ptz else ""
    )
    source = '<tr2:VideoSource token="vsc"><tt:SourceToken>lens-1</tt:SourceToken></tr2:VideoSource>'
    inner = f"<tr2:Name>main</tr2:Name><tr2:Configurations>{source}{turning}</tr2:Configurations>"
    return (
        '<tr2:GetProfilesResponse><tr2:Profiles token="fixed" fixed="true"><tr2:Name>fixed</tr2:Name></tr2:Profiles>'
        f'<tr2:Profiles token="main" fixed="true">{inner}</tr2:Profiles></tr2:GetProfilesResponse>'
    )


def snapshot2_answer(address: str) -> str:
    """Returns where the picture is, as media2 says it."""
    return f"<tr2:GetSnapshotUriResponse><tr2:Uri>{escape(address)}</tr2:Uri></tr2:GetSnapshotUriResponse>"


def move_options_answer(*, continuous: bool) -> str:
    """Returns how the focus can be moved."""
    speed = f"<tt:Continuous><tt:Speed>{_range(-1)}</tt:Speed></tt:Continuous>" if continuous else ""
    return f"<timg:GetMoveOptionsResponse><timg:MoveOptions>{speed}</timg:MoveOptions></timg:GetMoveOptionsResponse>"


def focus_done(operation: str) -> str:
    """Returns the empty answer of an operation of the imaging service."""
    return f"<timg:{operation}Response/>"


def node_answer(*, absolute: bool, most_presets: int) -> str:
    """Returns what the head can do."""
    two = f"<tt:XRange>{_range(-1)}</tt:XRange><tt:YRange>{_range(-1)}</tt:YRange>"
    places = (
        f"<tt:AbsolutePanTiltPositionSpace><tt:URI>{PAN_TILT_SPACE}</tt:URI>{two}</tt:AbsolutePanTiltPositionSpace>"
        f"<tt:AbsoluteZoomPositionSpace><tt:URI>{ZOOM_SPACE}</tt:URI><tt:XRange>{_range(0)}</tt:XRange>"
        "</tt:AbsoluteZoomPositionSpace>"
    )
    speeds = (
        f"<tt:ContinuousPanTiltVelocitySpace><tt:URI>{PAN_TILT_SPEED}</tt:URI>{two}</tt:ContinuousPanTiltVelocitySpace>"
        f"<tt:ContinuousZoomVelocitySpace><tt:URI>{ZOOM_SPEED}</tt:URI><tt:XRange>{_range(-1)}</tt:XRange>"
        "</tt:ContinuousZoomVelocitySpace>"
    )
    spaces = f"<tt:SupportedPTZSpaces>{places if absolute else ''}{speeds}</tt:SupportedPTZSpaces>"
    most = f"<tt:MaximumNumberOfPresets>{most_presets}</tt:MaximumNumberOfPresets>"
    node = f'<tptz:PTZNode token="node-1">{spaces}{most}<tt:HomeSupported>false</tt:HomeSupported></tptz:PTZNode>'
    return f"<tptz:GetNodeResponse>{node}</tptz:GetNodeResponse>"


def _range(low: int) -> str:
    return f"<tt:Min>{low}</tt:Min><tt:Max>1</tt:Max>"


def status_answer(place: tuple[float, float, float] | None, status: str | None) -> str:
    """Returns where the head is and whether it moves; None is left out."""
    where = moves = ""
    if place is not None:
        pan, tilt, zoom = place
        where = (
            f'<tt:Position><tt:PanTilt x="{pan:.3f}" y="{tilt:.3f}" space="{PAN_TILT_SPACE}"/>'
            f'<tt:Zoom x="{zoom:.3f}" space="{ZOOM_SPACE}"/></tt:Position>'
        )
    if status is not None:
        moves = f"<tt:MoveStatus><tt:PanTilt>{status}</tt:PanTilt><tt:Zoom>{status}</tt:Zoom></tt:MoveStatus>"
    inner = f"{where}{moves}<tt:UtcTime>2026-01-01T00:00:00Z</tt:UtcTime>"
    return f"<tptz:GetStatusResponse><tptz:PTZStatus>{inner}</tptz:PTZStatus></tptz:GetStatusResponse>"


def presets_answer(presets: list[tuple[str, str]]) -> str:
    """Returns the presets by token and name."""
    entries = "".join(
        f"<tptz:Preset token={quoteattr(token)}><tt:Name>{escape(name)}</tt:Name></tptz:Preset>"
        for token, name in presets
    )
    return f"<tptz:GetPresetsResponse>{entries}</tptz:GetPresetsResponse>"


def set_answer(token: str | None) -> str:
    """Returns the token of a preset that was set; None leaves it empty."""
    inner = f"<tptz:PresetToken>{escape(token or '')}</tptz:PresetToken>"
    return f"<tptz:SetPresetResponse>{inner}</tptz:SetPresetResponse>"


def snapshot_answer(address: str) -> str:
    """Returns where the picture is."""
    inner = (
        f"<tt:Uri>{escape(address)}</tt:Uri><tt:InvalidAfterConnect>false</tt:InvalidAfterConnect>"
        "<tt:InvalidAfterReboot>false</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout>"
    )
    return f"<trt:GetSnapshotUriResponse><trt:MediaUri>{inner}</trt:MediaUri></trt:GetSnapshotUriResponse>"


def done(operation: str) -> str:
    """Returns the empty answer of an operation of the PTZ service."""
    return f"<tptz:{operation}Response/>"
