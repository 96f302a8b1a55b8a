//! Doors without an account, counted for each client before anything else: whoever tries too often finds them shut, and
//! others do not (ADR 0034).

use crate::web::{App, client::Client, limit::Door, problem::Problem};
use axum::{
    extract::Request,
    http::Method,
    middleware::Next,
    response::{IntoResponse as _, Response},
};

/// The door that an address is, and whether one that opens is told from one that stays shut by the answer's status.
fn door_of(route: &str) -> Option<(Door, bool)> {
    match route {
        "/sign-in" => Some((Door::SignIn, true)),
        "/enrol" | "/enrol/organisation" | "/enrol/passkey" | "/enrol/password" => Some((Door::Enrol, true)),
        // Its answers are all alike.
        "/person" | "/person/receipts" => Some((Door::Person, false)),
        _ => None,
    }
}

/// Lets a request through to a page for anybody, unless its client has tried that door too often.
pub async fn pass(app: &App, route: &str, request: Request, next: Next) -> Response {
    let door = (*request.method() == Method::POST).then(|| door_of(route)).flatten();
    let client = request.extensions().get::<Client>().copied();
    let (Some((door, told)), Some(Client(client))) = (door, client) else { return next.run(request).await };
    let now = app.service.now();
    if !app.doors.try_from(door, client, now) {
        // Never from where: addresses are not logged.
        tracing::warn!(route, "one client tried a door too often");
        return Problem::TooMany.into_response();
    }
    let response = next.run(request).await;
    if told && !response.status().is_client_error() {
        app.doors.succeeded(door, client, now);
    }
    response
}
